package org.probity.audit.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.id.CampaignId;
import org.probity.id.DecisionId;
import org.probity.id.InterestId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.identity.Actor;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about exceptions: by reviewers alone. */
public sealed interface ExceptionQuery {

    /** What departed from the ordinary, the newest first: of one body or all, of one kind or all. */
    record FindExceptions(
            @Nullable OrganisationCode body, @Nullable ExceptionKind kind, Moment moment, PageAsked page, Actor actor)
            implements ExceptionQuery {}

    /** Exceptions; {@code withheld} is how many more of campaigns are closed to the asker; of matters none is counted. */
    record ExceptionsFound(
            List<ExceptionFound> items, @Nullable String next, int withheld, long position, Instant asAt)
            implements Answer {}

    /**
     * An exception; ids are null where it is about no such thing.
     *
     * @param at when it was recorded
     * @param subject the stream that tells of it
     * @param code what exactly it is; of a chair's action whether its ratification is awaited, given or refused, of a
     *     refusal for want of a quorum the command
     * @param title of the campaign or the matter
     * @param reason that was given for it; of a refusal for want of a quorum how many counted
     * @param event position of the event that made it one
     */
    record ExceptionFound(
            ExceptionKind kind,
            Instant at,
            String subject,
            String code,
            @Nullable OrganisationCode body,
            @Nullable String title,
            @Nullable String reason,
            @Nullable CampaignId campaign,
            @Nullable StrandCode strand,
            @Nullable MeetingId meeting,
            @Nullable Integer item,
            @Nullable MatterId matter,
            @Nullable DecisionId decision,
            @Nullable PersonId person,
            @Nullable InterestId interest,
            long event) {}
}
