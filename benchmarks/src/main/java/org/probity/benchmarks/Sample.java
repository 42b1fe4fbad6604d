package org.probity.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The event that everybody stores: of the size of a nomination, some 400 bytes with its metadata. */
final class Sample {

    static final Map<String, String> ORIGIN = Map.of(
            "actor", "92ebf68c1ddbc58018130cd41f196680f4f558cc917a276d6fefdc7544b5f8f8", "command", "NominateLead");
    static final String METADATA =
            "{\"actor\":\"92ebf68c1ddbc58018130cd41f196680f4f558cc917a276d6fefdc7544b5f8f8\",\"command\":\"NominateLead\"}";
    static final String FINGERPRINT = "4f558cc917a276d6fefdc7544b5f8f892ebf68c1ddbc58018130cd41f196680f";

    private static final UUID CAMPAIGN = UUID.fromString("8db89432-da88-53d1-b3f7-555baf085a85");
    private static final UUID PERSON = UUID.fromString("9f904645-db88-500a-a495-a98695727646");
    private static final String STATEMENT =
            "I have led our service for six years and would like to see the same elsewhere.";

    static final String PAYLOAD = "{\"id\":\"nomination/5bc39b5e-3d2f-4c4e-8f0e-6a1d2b3c4d5e\",\"campaign\":\""
            + CAMPAIGN + "\",\"person\":\"" + PERSON + "\",\"strands\":[\"vascular\",\"alcohol\"],\"statement\":\""
            + STATEMENT + "\"}";

    private Sample() {}

    /** Events to store. */
    sealed interface Nomination {
        String id();

        record Nominated(String id, UUID campaign, UUID person, List<String> strands, String statement)
                implements Nomination {}

        record Amended(String id, int number, UUID campaign, UUID person, String statement) implements Nomination {}
    }

    /** The name of a new stream, which has a place anywhere in an index, as the product's own have. */
    static String newStream() {
        return "nomination/" + UUID.randomUUID();
    }

    static Nomination.Nominated nominated(String id) {
        return nominated(id, PERSON);
    }

    static Nomination.Nominated nominated(String id, UUID person) {
        return new Nomination.Nominated(id, CAMPAIGN, person, List.of("vascular", "alcohol"), STATEMENT);
    }

    static Nomination amended(String id, int number) {
        return new Nomination.Amended(id, number, CAMPAIGN, PERSON, STATEMENT);
    }
}
