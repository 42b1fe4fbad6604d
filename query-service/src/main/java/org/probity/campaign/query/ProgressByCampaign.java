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
import org.probity.people.query.Asker;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** Reads how far all campaigns have come, from one state. */
@Component
public class ProgressByCampaign {

    private final CampaignTables tables;
    private final Sights sights;

    ProgressByCampaign(CampaignTables tables, Sights sights) {
        this.tables = tables;
        this.sights = sights;
    }

    /** A campaign of an establishment and how far it has come, as far as the asker may see it. */
    public record CampaignProgress(CampaignId id, String name, Progress progress) {}

    /** All campaigns by establishment, the one opened last first. */
    public Map<EstablishmentId, List<CampaignProgress>> all(View view, Asker asker) {
        long at = view.position();
        Map<CampaignId, List<CampaignStrand>> strands =
                tables.strands().all(at).stream().collect(groupingBy(CampaignStrand::campaign));
        Map<CampaignId, List<Candidacy>> candidacies =
                tables.candidacies().all(at).stream().collect(groupingBy(Candidacy::campaign));
        return tables.campaigns().where(at, "true order by opened desc, id").stream()
                .collect(groupingBy(
                        Campaign::establishment,
                        mapping(
                                one -> {
                                    Progress progress = Progress.of(
                                            one,
                                            strands.getOrDefault(one.id(), List.of()),
                                            candidacies.getOrDefault(one.id(), List.of()),
                                            view);
                                    boolean closed = sights.of(asker, one).as() == Sight.As.PUBLIC;
                                    return new CampaignProgress(
                                            one.id(), one.name(), closed ? progress.ofTheCampaignOnly() : progress);
                                },
                                toList())));
    }
}
