package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignScene.*;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.probity.campaign.command.PanelCommand.RecusePanelMember;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.ParticipationEvent.CandidateAssessorRecused;
import org.probity.campaign.event.ParticipationEvent.ScorecardReceived;
import org.probity.command.Command;
import org.probity.command.DomainFixture.Somebody;
import org.probity.interests.event.Mitigation;

/** A member is recused while their scorecard comes in: it is refused, or it does not count, whichever was faster. */
class RecusalRaceTest {

    private final CampaignScene scene = new CampaignScene();

    @RepeatedTest(5)
    void scorecards_that_come_in_with_the_recusal_are_refused_or_do_not_count() throws Exception {
        scene.advertised().withPanel();
        List<Somebody> candidates = List.of(scene.candidate(STROKE), scene.candidate(STROKE), scene.candidate(STROKE));
        candidates.forEach(scene::noConnections);
        scene.nominationsClosed();
        var together = new CyclicBarrier(candidates.size() + 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<@Nullable String>> scored = candidates.stream()
                    .map(candidate -> threads.submit(refusalOf(scene.member, sift(candidate), together)))
                    .toList();
            assertThat(threads.submit(refusalOf(scene.chair, recusal(), together))
                            .get())
                    .isNull();
            for (int i = 0; i < candidates.size(); i++) {
                List<Object> told = scene.participation(candidates.get(i));
                if (scored.get(i).get() == null) {
                    assertThat(told).hasAtLeastOneElementOfType(ScorecardReceived.class);
                    assertThat(told).last().isInstanceOf(CandidateAssessorRecused.class);
                } else {
                    assertThat(scored.get(i).get()).isEqualTo("recused");
                    assertThat(told).noneMatch(ScorecardReceived.class::isInstance);
                }
            }
        }
    }

    private Command sift(Somebody candidate) {
        return scene.score(scene.member, candidate, AssessmentStage.SIFT, 4);
    }

    private RecusePanelMember recusal() {
        return new RecusePanelMember(
                scene.campaign, scene.member.person(), Mitigation.WITHDRAW, List.of(STROKE), null, null);
    }

    private Callable<@Nullable String> refusalOf(Somebody by, Command command, CyclicBarrier together) {
        return () -> {
            together.await();
            return scene.fixture.when(by, command).refusedBy();
        };
    }
}
