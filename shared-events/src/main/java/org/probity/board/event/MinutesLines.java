package org.probity.board.event;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;

/** Writes minutes line by line. What users wrote stays within its line: where it has several, the others are indented. */
final class MinutesLines {

    static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::stream);

    private final StringBuilder text = new StringBuilder();
    private boolean complete = true;

    MinutesLines section(String title) {
        text.append(text.isEmpty() ? "" : "\n").append(within(title)).append('\n');
        return this;
    }

    /** Nothing where there is no value. */
    MinutesLines line(String label, @Nullable Object value) {
        if (value != null) {
            text.append(label).append(": ").append(within(value.toString())).append('\n');
        }
        return this;
    }

    MinutesLines people(String label, Collection<PersonId> people) {
        return line(
                label,
                people.isEmpty()
                        ? null
                        : people.stream().sorted(BY_ID).map(PersonId::stream).collect(Collectors.joining(", ")));
    }

    MinutesLines documents(String label, List<Document> documents) {
        documents.forEach(
                one -> line(label, one.title() + ", SHA-256 " + one.sha256().value()));
        return this;
    }

    /** Something is left out, since it is closed to the reader. */
    MinutesLines leftOut() {
        complete = false;
        return line("Left out", "closed to this reader");
    }

    MinutesText text() {
        return new MinutesText(text.toString(), complete);
    }

    /** A constant in words. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String within(String value) {
        return value.replaceAll("\\R", "\n    ");
    }
}
