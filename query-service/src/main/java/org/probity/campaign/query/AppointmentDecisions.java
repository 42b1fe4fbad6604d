package org.probity.campaign.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.CampaignStrand;
import org.probity.id.CampaignId;
import org.probity.id.OrganisationCode;
import org.probity.id.StrandCode;
import org.springframework.stereotype.Component;

/** Every decision on appointments, also those that were followed by another in the same strand. */
@Component
public class AppointmentDecisions {

    private final CampaignTables tables;

    AppointmentDecisions(CampaignTables tables) {
        this.tables = tables;
    }

    /** A decision; {@code number} is which it was in its strand, from 1. */
    public record Decided(CampaignId campaign, StrandCode strand, int number, Instant at) {}

    /** Those for a body up to a position. */
    public List<Decided> of(OrganisationCode body, long position) {
        Set<CampaignId> campaigns = tables.campaigns().where(position, "body = ?", body).stream()
                .map(Campaign::id)
                .collect(toSet());
        Map<Key, List<CampaignStrand>> versions = tables.strands().during(0, position, "decided is not null").stream()
                .filter(strand -> campaigns.contains(strand.campaign()))
                .collect(groupingBy(
                        strand -> new Key(strand.campaign(), strand.strand()), LinkedHashMap::new, toList()));
        List<Decided> all = new ArrayList<>();
        versions.forEach((key, ofStrand) -> {
            List<Instant> moments = ofStrand.stream()
                    .flatMap(strand -> Stream.ofNullable(strand.decided()))
                    .distinct()
                    .toList();
            for (int i = 0; i < moments.size(); i++) {
                all.add(new Decided(key.campaign(), key.strand(), i + 1, moments.get(i)));
            }
        });
        return all;
    }

    private record Key(CampaignId campaign, StrandCode strand) {}
}
