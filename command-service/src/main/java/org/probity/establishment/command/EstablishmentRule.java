package org.probity.establishment.command;

import org.probity.command.Rule;

/** The rules that keep posts, strands and terms. */
public enum EstablishmentRule implements Rule {
    CAP_NOT_POSITIVE("cap-not-positive", "A cap is at least 1.", "P"),
    STRAND_EXISTS("strand-exists", "The establishment has a strand of this code already.", "P"),
    UNKNOWN_STRAND("unknown-strand", "The establishment has no open strand {strand}.", "P"),
    STRAND_OCCUPIED("strand-occupied", "Posts of the strand are filled or held: {occupied}.", "P"),
    ESTABLISHMENT_FULL("establishment-full", "All {posts} posts are filled or held on some day of the term.", "YH"),
    STRAND_FULL("strand-full", "All {cap} posts of strand {strand} are filled or held on some day of the term.", "YH"),
    SLOT_TAKEN("slot-taken", "Slot {slot} is filled or held on some day of the term.", "YH"),
    SLOT_NOT_SHARED("slot-not-shared", "Slot {slot} has no holder to share it with throughout the term.", "YH"),
    PERSON_ALREADY_IN_POST(
            "person-already-in-post", "The person holds a post of this establishment in slot {slot} already.", "YH"),
    CAP_BELOW_FILLED("cap-below-filled", "{occupied} posts are filled or held, more than a cap of {cap}.", "YH"),
    NOT_IN_ACTIVE_PRACTICE("not-in-active-practice", "Posts are for clinicians in active practice.", "YH"),
    NOT_IN_POST("not-in-post", "The person holds no post of this establishment then.", "P"),
    TERM_NOT_EXTENDED("term-not-extended", "The new end of the term is not after {until}.", "P"),
    NOT_AN_INCUMBENT("not-an-incumbent", "The person was not carried over as an incumbent.", "YH"),
    IMPARTIALITY_NOT_STATED("impartiality-not-stated", "The person has not stated their impartiality.", "YH"),
    IMPARTIALITY_NOT_CONFIRMED("impartiality-not-confirmed", "The person is not confirmed impartial.", "YH"),
    CONFIRMING_OWN_IMPARTIALITY(
            "confirming-own-impartiality", "Impartiality is demonstrated to another, never to oneself.", "YH"),
    ALREADY_CONFIRMED("already-confirmed", "Impartiality is confirmed already.", "P");

    private final String code;
    private final String sentence;
    private final String source;

    EstablishmentRule(String code, String sentence, String source) {
        this.code = code;
        this.sentence = sentence;
        this.source = source;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String source() {
        return source;
    }
}
