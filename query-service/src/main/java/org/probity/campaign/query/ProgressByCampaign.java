package org.probity.campaign.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.CampaignStrand;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** Reads how far all campaigns have come, from one state. */
@Component
public class ProgressByCampaign {

    private final CampaignTables tables;

    ProgressByCampaign(CampaignTables tables) {
        this.tables = tables;
    }

    /** A campaign of an establishment and how far it has come. */
    public record CampaignProgress(CampaignId id, String name, Progress progress) {}

    /** All campaigns by establishment, the one opened last first. */
    public Map<EstablishmentId, List<CampaignProgress>> all(View view) {
        long at = view.position();
        Map<CampaignId, List<CampaignStrand>> strands =
                tables.strands().all(at).stream().collect(groupingBy(CampaignStrand::campaign));
        Map<CampaignId, List<Candidacy>> candidacies =
                tables.candidacies().all(at).stream().collect(groupingBy(Candidacy::campaign));
        return tables.campaigns().where(at, "true order by opened desc, id").stream()
                .collect(groupingBy(
                        Campaign::establishment,
                        mapping(
                                one -> new CampaignProgress(
                                        one.id(),
                                        one.name(),
                                        Progress.of(
                                                one,
                                                strands.getOrDefault(one.id(), List.of()),
                                                candidacies.getOrDefault(one.id(), List.of()),
                                                view)),
                                toList())));
    }
}
