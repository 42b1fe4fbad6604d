package org.probity.campaign.command;

import org.probity.command.Rule;

/**
 * The rules of a competition, in the order in which it meets them. Those of posts and of impartiality are the
 * establishment's, that of aims is the policy's.
 */
public enum CampaignRule implements Rule {
    STRANDS_MISSING("strands-missing", "At least one strand is named, each once.", "P"),
    NO_VACANCY("no-vacancy", "Strand {strand} has {free} free posts, and {posts} are asked for.", "YH"),
    CRITERIA_MISSING("criteria-missing", "A campaign has essential criteria.", "YH"),
    CRITERION_REPEATED("criterion-repeated", "Each criterion has a code of its own and one score.", "P"),
    WEIGHTS_NOT_100("weights-not-100", "The weights of the criteria sum to {sum}, not to 100.", "P"),
    TIMETABLE_OUT_OF_ORDER("timetable-out-of-order", "No step is planned before the one it depends on.", "P"),
    AIM_UNKNOWN("aim-unknown", "The body has no aim {aim}.", "YH"),
    CAMPAIGN_OVER("campaign-over", "The campaign is closed or cancelled.", "P"),

    CRITERIA_FROZEN(
            "criteria-frozen", "Criteria stand once advertised, and for good after the first closing day.", "P"),
    ADVERT_WITHOUT_PLACE("advert-without-place", "An advert is published somewhere.", "P"),
    CLOSING_NOT_LATER("closing-not-later", "The closing day must be later than {than}.", "P"),
    NOT_ADVERTISED("not-advertised", "There is no advert yet.", "P"),
    ALREADY_LONGLISTED("already-longlisted", "The longlist is drawn up.", "P"),

    NOMINATIONS_CLOSED("nominations-closed", "Nominations are taken from the advert up to the closing day.", "YH"),
    STRAND_NOT_IN_CAMPAIGN("strand-not-in-campaign", "Strand {strand} is not part of this campaign.", "P"),
    SELF_NOMINATION("self-nomination", "Nobody nominates themselves; they apply.", "YH"),
    ALREADY_A_CANDIDATE("already-a-candidate", "The person is nominated or a candidate already.", "YH"),
    NOT_NOMINATED("not-nominated", "There is no nomination to answer.", "P"),
    NOT_A_CANDIDATE("not-a-candidate", "The person is not a candidate.", "P"),
    NOMINATOR_ON_PANEL("nominator-on-panel", "A member of the panel nominates nobody.", "GC"),
    CANDIDATE_ON_PANEL("candidate-on-panel", "A candidate or nominee does not sit on the panel.", "GC"),
    ALREADY_DECIDED("already-decided", "The candidate is past this: {stage}.", "P"),
    NOT_ELIGIBLE("not-eligible", "The candidate has not been found eligible.", "P"),

    PANEL_EXISTS("panel-already-constituted", "The panel is constituted; its members are replaced one by one.", "P"),
    PANEL_TOO_SMALL("panel-too-small", "The panel has {members} members, and {minimum} are the fewest.", "P"),
    NO_INDEPENDENT_MEMBER(
            "no-independent-member",
            "The panel has {members} independent members, and {minimum} are the fewest.",
            "GC"),
    NO_CHAIR("no-chair", "A panel has one chair.", "GC"),
    PERSON_REPEATED("person-repeated", "Each person is named once.", "P"),
    DECLARATION_OUT_OF_DATE(
            "declaration-out-of-date", "A declaration of interests is older than {months} months or missing.", "GC"),
    NOT_ON_PANEL("not-on-panel", "Only members of the panel do this.", "P"),
    NOT_PANEL_CHAIR("not-panel-chair", "Only the panel's chair, or the acting chair, does this.", "P"),
    MITIGATING_OWN_CONNECTION("mitigating-own-connection", "Nobody decides on their own connection.", "GC"),
    CONNECTION_NOT_DISCLOSED(
            "connection-not-disclosed", "The member has not said how they are connected with the candidate.", "GC"),
    CONNECTION_NOT_MITIGATED(
            "connection-not-mitigated", "Nothing has been decided yet about the disclosed connection.", "GC"),
    RECUSED("recused", "The member is recused from this candidate or their merit list.", "GC"),
    REASON_REQUIRED("reason-required", "This needs a reason.", "GC"),
    CANDIDATES_NOT_NAMED("candidates-not-named", "A recusal names strands, or one candidate alone.", "P"),

    STAGE_NOT_REACHED("stage-not-reached", "The candidate has not come this far: {stage}.", "P"),
    CRITERION_UNKNOWN("criterion-unknown", "{criterion} is not a criterion of this campaign.", "P"),
    SCORECARD_INCOMPLETE("scorecard-incomplete", "Every criterion is scored.", "GC"),
    SCORE_OUT_OF_RANGE("score-out-of-range", "Scores are 0 to {max}.", "P"),
    SCORECARD_SUBMITTED("scorecard-submitted", "The scorecard is in; it can be superseded.", "P"),
    OWN_SCORECARD_MISSING("own-scorecard-missing", "The member's own scorecard is not in.", "GC"),
    SCORECARD_FINAL("scorecard-final", "A scorecard is final once others were seen or the panel has judged.", "GC"),
    SCORECARDS_MISSING(
            "scorecards-missing", "The candidate has {scorecards} scorecards, and {minimum} are the fewest.", "GC"),
    INTERVIEW_NOT_HELD("interview-not-held", "An interview is recorded once it was held.", "P"),
    NOT_INTERVIEWED("not-interviewed", "The candidate has not been interviewed.", "GC"),
    STRAND_NOT_APPLIED_FOR("strand-not-applied-for", "The candidate did not apply for strand {strand}.", "P"),
    NOT_APPOINTABLE("not-appointable", "The candidate was not found appointable and recommended for the strand.", "GC"),
    APPOINTABLE_LEFT_OUT("appointable-left-out", "The order of merit leaves out {missing} who are appointable.", "GC"),
    NOT_IN_MERIT_ORDER("not-in-merit-order", "The order of merit follows the totals.", "GC"),
    TIE_NOT_BROKEN("tie-not-broken", "Equal totals are put in order for a reason.", "GC"),

    CAMPAIGN_OR_ESTABLISHMENT("campaign-or-establishment", "Either a campaign or an establishment is named.", "P"),

    NO_RECOMMENDATION("no-recommendation", "The panel has recommended nobody for the strand.", "GC"),
    DECIDING_OWN_CASE("deciding-own-case", "Nobody decides on their own candidacy.", "GC"),
    DECIDER_ON_PANEL("decider-on-panel", "Who sat on the panel does not decide on its recommendation.", "GC"),
    NO_OPEN_OFFER("no-open-offer", "The person has no open offer.", "P"),
    OFFER_OVERDUE("offer-overdue", "The last day to accept was {respondBy}.", "P"),
    OFFER_NOT_DUE("offer-not-due", "The offer may be answered up to {respondBy}.", "P"),
    OFFER_NOT_ACCEPTED("offer-not-accepted", "The offer is not accepted.", "YH"),
    NO_DECISION("no-decision", "There is no decision on the strand yet.", "P"),
    UNDECIDED_CANDIDATES("undecided-candidates", "The campaign has {undecided} candidates without an outcome.", "P");

    private final String code;
    private final String sentence;
    private final String source;

    CampaignRule(String code, String sentence, String source) {
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
