package org.probity.campaign.event;

import java.time.LocalDate;

/** The planned days of a campaign. Whether they are in order is a rule of its opening, so this type accepts any. */
public record Timetable(
        LocalDate closing, LocalDate longlist, LocalDate shortlist, LocalDate interviews, LocalDate decision) {

    /** Whether no step is planned before the one it depends on; steps may share a day. */
    public boolean inOrder() {
        return !longlist.isBefore(closing)
                && !shortlist.isBefore(longlist)
                && !interviews.isBefore(shortlist)
                && !decision.isBefore(interviews);
    }
}
