package org.probity.establishment.command;

import static org.probity.command.Rule.Source.P;
import static org.probity.command.Rule.Source.YH;

import org.probity.command.Rule;

/** The rules that keep posts, strands and terms. */
public enum EstablishmentRule implements Rule {
    CAP_NOT_POSITIVE("A cap is at least 1.", P),
    STRAND_EXISTS("The establishment has a strand of this code already.", P),
    BOARD_OF_ANOTHER_BODY("The board that a strand maps to serves the body whose posts they are.", P),
    NOT_OF_LEADS("The roll of a clinical advisory group is that of senior clinical leads.", YH),
    UNKNOWN_STRAND("The establishment has no open strand {strand}.", P),
    STRAND_OCCUPIED("Posts of the strand are filled or held: {occupied}.", P),
    ESTABLISHMENT_FULL("All {posts} posts are filled or held on some day of the term.", YH),
    STRAND_FULL("All {cap} posts of strand {strand} are filled or held on some day of the term.", YH),
    SLOT_TAKEN("Slot {slot} is filled or held on some day of the term.", YH),
    SLOT_NOT_SHARED("Slot {slot} has no holder to share it with throughout the term.", YH),
    PERSON_ALREADY_IN_POST("The person holds a post of this establishment in slot {slot} already.", YH),
    CAP_BELOW_FILLED("{occupied} posts are filled or held, more than a cap of {cap}.", YH),
    NOT_IN_ACTIVE_PRACTICE("Posts are for clinicians in active practice.", YH),
    NOT_IN_POST("The person holds no post of this establishment then.", P),
    TERM_NOT_EXTENDED("The new end of the term is not after {until}.", P),
    NOT_AN_INCUMBENT("The person was not carried over as an incumbent.", YH),
    INCUMBENCY_OVER("The terms that the person was carried over into are over.", P),
    IMPARTIALITY_NOT_STATED("The person has not stated their impartiality.", YH),
    IMPARTIALITY_NOT_CONFIRMED("The person is not confirmed impartial.", YH),
    CONFIRMING_OWN_IMPARTIALITY("Impartiality is demonstrated to another, never to oneself.", YH),
    ALREADY_CONFIRMED("Impartiality is confirmed already.", P);

    private final Wording wording;

    EstablishmentRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
