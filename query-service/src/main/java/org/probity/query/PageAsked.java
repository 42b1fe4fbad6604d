package org.probity.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param after cursor of the last page, which is the id of its last item; null for the first page
 * @param limit how many items at the most, up to {@value #LARGEST}
 */
public record PageAsked(@Nullable String after, int limit) {

    /** The greatest number of items of a page. */
    public static final int LARGEST = 200;

    static final int DEFAULT = 50;

    /** The first page. */
    public static final PageAsked FIRST = new PageAsked(null, LARGEST);

    /**
     * The part of a list that is asked for.
     *
     * @param all all items in their order
     * @throws InvalidParameter if no item has the cursor as its id
     */
    public <T> Page<T> of(List<T> all, Function<T, String> id) {
        int from = 0;
        if (after != null) {
            while (from < all.size() && !id.apply(all.get(from)).equals(after)) {
                from++;
            }
            if (from++ == all.size()) {
                throw new InvalidParameter("after", "the cursor of an earlier answer");
            }
        }
        List<T> items = all.subList(from, Math.min(all.size(), from + limit));
        return new Page<>(items, from + items.size() < all.size() ? id.apply(items.getLast()) : null);
    }

    /**
     * A part of a list.
     *
     * @param next cursor of the next part; null if this is the last
     */
    public record Page<T>(List<T> items, @Nullable String next) {}
}
