package org.probity.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.ConflictGround;
import org.probity.id.CampaignId;
import org.probity.id.DecisionId;
import org.probity.id.InterestId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.event.Mitigation;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of exceptions. They hold nothing that is said of a person. */
@Component
record ExceptionTables(VersionedTable<Entry> entries, VersionedTable<Asked> asked) {

    @Autowired
    ExceptionTables(ReadTables tables) {
        this(
                tables.versioned("exception_entry", Entry.class, "position"),
                tables.versioned("asked_conflict", Asked.class, "matter", "person"));
    }

    /**
     * An exception.
     *
     * @param position of the event that made it one
     * @param at when that was recorded
     * @param subject the stream it is told in
     * @param code what exactly it is, or what became of it
     * @param reason that was given for it; it names nobody
     */
    record Entry(
            long position,
            ExceptionKind kind,
            Instant at,
            String subject,
            String code,
            @Nullable String reason,
            @Nullable CampaignId campaign,
            @Nullable StrandCode strand,
            @Nullable MeetingId meeting,
            @Nullable Integer item,
            @Nullable MatterId matter,
            @Nullable DecisionId decision,
            @Nullable PersonId person,
            @Nullable InterestId interest) {

        static Entry of(ExceptionKind kind, long position, Instant at, String subject, String code) {
            return new Entry(position, kind, at, subject, code, null, null, null, null, null, null, null, null, null);
        }

        Entry because(@Nullable String why) {
            return new Entry(
                    position, kind, at, subject, code, why, campaign, strand, meeting, item, matter, decision, person,
                    interest);
        }

        Entry now(String changed) {
            return new Entry(
                    position, kind, at, subject, changed, reason, campaign, strand, meeting, item, matter, decision,
                    person, interest);
        }

        Entry in(CampaignId of, StrandCode its) {
            return new Entry(
                    position, kind, at, subject, code, reason, of, its, meeting, item, matter, decision, person,
                    interest);
        }

        Entry in(MeetingId of, @Nullable Integer number) {
            return new Entry(
                    position, kind, at, subject, code, reason, campaign, strand, of, number, matter, decision, person,
                    interest);
        }

        Entry about(MatterId what, @Nullable DecisionId decided) {
            return new Entry(
                    position, kind, at, subject, code, reason, campaign, strand, meeting, item, what, decided, person,
                    interest);
        }

        Entry about(PersonId whom, @Nullable InterestId declared) {
            return new Entry(
                    position, kind, at, subject, code, reason, campaign, strand, meeting, item, matter, decision, whom,
                    declared);
        }
    }

    /**
     * What somebody was asked about a matter.
     *
     * @param mitigation what is decided about them; null while they take full part
     */
    record Asked(
            MatterId matter,
            PersonId person,
            List<ConflictGround> proposed,
            @Nullable Mitigation mitigation) {

        Asked asked(List<ConflictGround> more) {
            return new Asked(
                    matter,
                    person,
                    Stream.concat(proposed.stream(), more.stream()).toList(),
                    mitigation);
        }

        Asked decided(@Nullable Mitigation as) {
            return new Asked(matter, person, proposed, as);
        }

        /** Whether what is decided lets them do something that a proposal would not. */
        boolean fallsShort() {
            return proposed.stream().anyMatch(one -> mitigation == null || !mitigation.covers(one.proposed()));
        }
    }
}
