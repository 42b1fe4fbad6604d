package org.probity.audit.command;

import static org.probity.people.event.Authority.*;

import org.jspecify.annotations.Nullable;
import org.probity.audit.event.FindingGrade;
import org.probity.audit.event.FindingSubject;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.event.Term;
import org.probity.id.FindingId;
import org.probity.id.OrganisationCode;
import org.probity.id.SampleId;

/** What reviewers write, and what is answered. */
public sealed interface AuditCommand extends Command {

    /** Draws from the decisions of a body, of boards and on appointments, as the log holds them now. */
    @By(GOVERNANCE_REVIEWER)
    record DrawSample(SampleId sample, OrganisationCode body, Term period, int size) implements AuditCommand {

        private static final int LARGEST = 200;

        /**
         * @throws IllegalArgumentException unless from 1 to {@value #LARGEST} are to be selected
         */
        public DrawSample {
            if (size < 1 || size > LARGEST) {
                throw new IllegalArgumentException("a sample has from 1 to %d decisions".formatted(LARGEST));
            }
        }

        @Override
        public String subject() {
            return sample.stream();
        }
    }

    /**
     * Records a finding.
     *
     * @param sample the sample that brought it up, if one did
     * @param text names nobody
     */
    @By(GOVERNANCE_REVIEWER)
    record RecordFinding(
            FindingId finding,
            FindingSubject about,
            @Nullable SampleId sample,
            FindingGrade grade,
            String text) implements AuditCommand {
        @Override
        public String subject() {
            return finding.stream();
        }
    }

    /** Says, once, what the body makes of a finding; the text names nobody. */
    @By(BOARD_SECRETARY)
    record AnswerFinding(FindingId finding, String text) implements AuditCommand {
        @Override
        public String subject() {
            return finding.stream();
        }
    }
}
