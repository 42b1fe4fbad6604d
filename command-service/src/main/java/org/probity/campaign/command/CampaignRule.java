package org.probity.campaign.command;

import static org.probity.command.Rule.Source.GC;
import static org.probity.command.Rule.Source.P;
import static org.probity.command.Rule.Source.YH;

import org.probity.command.Rule;

/**
 * The rules of a competition, in the order in which it meets them. Those of posts and of impartiality are the
 * establishment's, that of aims is the policy's.
 */
public enum CampaignRule implements Rule {
    STRANDS_MISSING("At least one strand is named, each once.", P),
    NO_VACANCY("Of strand {strand}, {free} posts can be filled, and {posts} are asked for.", YH),
    CRITERIA_MISSING("A campaign has essential criteria.", YH),
    CRITERION_REPEATED("Each criterion has a code of its own and one score.", P),
    WEIGHTS_NOT_100("The weights of the criteria sum to {sum}, not to 100.", P),
    TIMETABLE_OUT_OF_ORDER("No step is planned before the one it depends on.", P),
    CAMPAIGN_OVER("The campaign is closed or cancelled.", P),

    CRITERIA_FROZEN("Criteria stand once advertised, and for good after the first closing day.", P),
    ADVERT_WITHOUT_PLACE("An advert is published somewhere.", P),
    CLOSING_NOT_LATER("The closing day must be later than {than}.", P),
    NOT_ADVERTISED("There is no advert yet.", P),
    ALREADY_LONGLISTED("The longlist is drawn up.", P),

    NOMINATIONS_CLOSED("Nominations are taken from the advert up to the closing day.", YH),
    NOMINATIONS_OPEN(
            "Nominations and applications are still taken, up to the closing day, or there is no advert yet.", P),
    STRAND_NOT_IN_CAMPAIGN("Strand {strand} is not part of this campaign.", P),
    SELF_NOMINATION("Nobody nominates themselves; they apply.", YH),
    ALREADY_A_CANDIDATE("The person is nominated or a candidate already.", YH),
    NOT_NOMINATED("There is no nomination to answer.", P),
    NOT_A_CANDIDATE("The person is not a candidate.", P),
    NOMINATOR_ON_PANEL("A member of the panel nominates nobody.", GC),
    CANDIDATE_ON_PANEL("A candidate or nominee does not sit on the panel.", GC),
    ALREADY_DECIDED("The candidate is past this: {stage}.", P),
    NOT_ELIGIBLE("The candidate has not been found eligible.", P),

    PANEL_ALREADY_CONSTITUTED("The panel is constituted; its members are replaced one by one.", P),
    PANEL_TOO_SMALL("The panel has {members} members, and {minimum} are the fewest.", P),
    NO_INDEPENDENT_MEMBER("The panel has {members} independent members, and {minimum} are the fewest.", GC),
    PRESET_UNKNOWN("The campaign's rule pack has no panel preset {preset}.", P),
    PANEL_NOT_AS_PRESET("The panel lacks {lacking} of capacity {capacity} that the preset {preset} asks for.", P),
    NO_CHAIR("A panel has one chair.", GC),
    PERSON_REPEATED("Each person is named once.", P),
    NOBODY_NAMED("A list or an order of merit names somebody.", P),
    DECLARATION_OUT_OF_DATE("A declaration of interests is older than {months} months or missing.", GC),
    NOT_ON_PANEL("Only members of the panel do this.", P),
    NOT_PANEL_CHAIR("Only the panel's chair, or the acting chair, does this.", P),
    MITIGATING_OWN_CONNECTION("Nobody decides on their own connection.", GC),
    CONNECTION_NOT_DISCLOSED("The member has not said how they are connected with the candidate.", GC),
    CONNECTION_NOT_MITIGATED("Nothing has been decided yet about the disclosed connection.", GC),
    RECUSED("The member is recused from this candidate or their merit list.", GC),
    REASON_REQUIRED("This needs a reason.", GC),
    NOT_A_RECUSAL("Who is recused does not score; with this mitigation they would.", GC),
    STRANDS_NAMED("A recusal names strands, or one candidate alone.", P),

    STAGE_NOT_REACHED("The candidate has not come this far: {stage}.", P),
    CRITERION_UNKNOWN("{criterion} is not a criterion of this campaign.", P),
    SCORECARD_INCOMPLETE("Every criterion is scored.", GC),
    SCORE_OUT_OF_RANGE("Scores are 0 to {max}.", P),
    SCORECARD_SUBMITTED("The scorecard is in; it can be superseded.", P),
    OWN_SCORECARD_MISSING("The member's own scorecard is not in.", GC),
    SCORECARD_FINAL("A scorecard is final once others were seen or the panel has judged.", GC),
    SCORECARDS_MISSING("The candidate has {scorecards} scorecards, and {minimum} are the fewest.", GC),
    INTERVIEW_NOT_HELD("An interview is recorded once it was held.", P),
    NOT_INTERVIEWED("The candidate has not been interviewed.", GC),
    STRAND_NOT_APPLIED_FOR("The candidate did not apply for strand {strand}.", P),
    NOT_APPOINTABLE("The candidate was not found appointable and recommended for the strand.", GC),
    APPOINTABLE_LEFT_OUT("The order of merit leaves out {missing} who are appointable.", GC),
    NOT_IN_MERIT_ORDER("The order of merit follows the totals.", GC),
    TIE_NOT_BROKEN("Equal totals are put in order for a reason.", GC),

    CAMPAIGN_OR_ESTABLISHMENT("Either a campaign or an establishment is named.", P),

    NO_RECOMMENDATION("The panel has recommended nobody for the strand.", GC),
    DECIDER_NOMINATED("Who nominated a candidate does not decide on the panel's recommendation.", P),
    TERM_OVER("The term of the posts is over before it is decided on: {until}.", P),
    DECIDER_ON_PANEL("Who sat on the panel does not decide on its recommendation.", GC),
    NO_OPEN_OFFER("The person has no open offer.", P),
    OFFER_OVERDUE("The last day to accept was {respondBy}.", P),
    OFFER_NOT_DUE("The offer may be answered up to {respondBy}.", P),
    OFFER_NOT_ACCEPTED("The offer is not accepted.", YH),
    NO_DECISION("There is no decision on the strand yet.", P),
    RESERVE_EXPIRED("The candidate's time on the reserve list is over.", GC),
    UNDECIDED_CANDIDATES("The campaign has {undecided} candidates without an outcome.", P);

    private final Wording wording;

    CampaignRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
