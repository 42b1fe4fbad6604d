package org.probity.board.event;

import org.probity.id.Sha256;

/**
 * A text of minutes, the same everywhere.
 *
 * @param text lines that end in {@code \n}
 * @param complete whether nothing is left out for a reader; only then is it the text that is circulated and approved
 */
public record MinutesText(String text, boolean complete) {

    /** Of the text as UTF-8. */
    public Sha256 sha256() {
        return Sha256.of(text);
    }
}
