package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.ALREADY_DECIDED;
import static org.probity.campaign.command.CampaignRule.STAGE_NOT_REACHED;

import java.util.EnumSet;
import java.util.Set;
import org.probity.campaign.event.Stage;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;

/** Where a candidate stands. */
final class Standing {

    /** What has ended stays ended: no command leads out of these, but an employer's late release. */
    private static final Set<Stage> ENDED = EnumSet.of(
            Stage.NOT_APPOINTABLE,
            Stage.APPOINTED,
            Stage.NOMINATION_DECLINED,
            Stage.INELIGIBLE,
            Stage.NOT_LONGLISTED,
            Stage.NOT_SHORTLISTED,
            Stage.WITHDRAWN,
            Stage.WITHHELD,
            Stage.DECLINED,
            Stage.LAPSED,
            Stage.OFFER_WITHDRAWN,
            Stage.NOT_APPOINTED);

    private final CampaignId campaign;
    private final PersonId person;
    private Stage stage;

    Standing(CampaignId campaign, PersonId person, Stage stage) {
        this.campaign = campaign;
        this.person = person;
        this.stage = stage;
    }

    CampaignId campaign() {
        return campaign;
    }

    PersonId person() {
        return person;
    }

    Stage stage() {
        return stage;
    }

    void moveTo(Stage next) {
        stage = next;
    }

    boolean isAt(Stage wanted) {
        return stage == wanted;
    }

    boolean hasEnded() {
        return ENDED.contains(stage);
    }

    /** The way to an appointment is declared in order, with the reserve list after it. */
    boolean isPast(Stage wanted) {
        return hasEnded() || stage.compareTo(wanted) > 0;
    }

    void mustNotHaveEnded() {
        ALREADY_DECIDED.refuseIf(hasEnded(), "stage", stage);
    }

    void mustNotBePast(Stage wanted) {
        ALREADY_DECIDED.refuseIf(isPast(wanted), "stage", stage);
    }

    /** Demands exactly this stage: refuses what comes too early, and what comes too late. */
    void mustBeAt(Stage wanted) {
        mustNotBePast(wanted);
        STAGE_NOT_REACHED.refuseIf(stage != wanted, "stage", stage);
    }
}
