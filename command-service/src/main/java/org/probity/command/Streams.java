package org.probity.command;

import java.lang.reflect.Constructor;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens the streams a command relies on, in one fixed order.
 *
 * <p>A rule that spans streams holds because its command appends to every stream it relied on: the append is atomic
 * and checks the sequence of each, so the loser of a race decides again and then meets the rule. The fixed order (by
 * the name of the stream) keeps two commands from waiting for each other's locks.
 */
@Component
public class Streams {

    private static final String LAST = Streams.class.getName() + ".last";
    private static final List<String> ORDER = List.of(
            "organisation",
            "person",
            "account",
            "registration",
            "duties",
            "interests",
            "rule-packs",
            "aims",
            "establishment",
            "campaign",
            "participation",
            "board",
            "matter",
            "meeting",
            "decision",
            "sample",
            "finding",
            "example");

    private final Configuration axon;

    Streams(Configuration axon) {
        this.axon = axon;
    }

    /**
     * A stream that must exist.
     *
     * @throws UnknownSubject if it does not
     */
    public <T> Aggregate<T> existing(Class<T> type, String id) {
        Aggregate<T> aggregate = open(type, id);
        if (isNew(aggregate)) {
            throw new UnknownSubject(id);
        }
        return aggregate;
    }

    /** A stream that may not exist yet; its first event creates it. */
    public <T> Aggregate<T> open(Class<T> type, String id) {
        keepOrder(id);
        try {
            return axon.repository(type).loadOrCreate(id, () -> blank(type));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("An aggregate cannot be made", e);
        }
    }

    /** Whether nothing has been appended or applied to a stream so far. */
    public static boolean isNew(Aggregate<?> aggregate) {
        return aggregate.version() == null;
    }

    private static void keepOrder(String id) {
        var resources = CurrentUnitOfWork.get().root().resources();
        @Nullable String last = (String) resources.get(LAST);
        if (last == null || compare(last, id) < 0) {
            resources.put(LAST, id);
        } else if (!resources.containsKey(LAST + id)) {
            throw new IllegalStateException("A command opens " + kind(id) + " after " + kind(last));
        }
        resources.put(LAST + id, true);
    }

    private static int compare(String one, String other) {
        int byKind = Integer.compare(ORDER.indexOf(kind(one)), ORDER.indexOf(kind(other)));
        return byKind != 0 ? byKind : one.compareTo(other);
    }

    private static String kind(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    private static <T> T blank(Class<T> type) throws ReflectiveOperationException {
        Constructor<T> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
