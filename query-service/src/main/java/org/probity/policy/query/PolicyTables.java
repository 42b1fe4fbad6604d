package org.probity.policy.query;

import java.time.LocalDate;
import java.util.List;
import org.probity.id.OrganisationCode;
import org.probity.id.RulePackVersion;
import org.probity.policy.event.Aim;
import org.probity.policy.event.BuiltInPacks;
import org.probity.policy.event.RulePack;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of rule packs and aims. */
@Component
public record PolicyTables(VersionedTable<Pack> packs, VersionedTable<Aims> aims) {

    @Autowired
    PolicyTables(ReadTables tables) {
        this(
                tables.versioned("rule_pack", Pack.class, "body", "version"),
                tables.versioned("aims", Aims.class, "body"));
    }

    /**
     * The pack that governs a body on a day: of the packs it adopted the one with the latest first day, of two with the
     * same the later; a built-in one while none of its own is in force.
     */
    public RulePack inForce(long position, OrganisationCode body, LocalDate day) {
        // rows come in the order in which they were recorded
        return packs.where(position, "body = ? and begins <= ?", body, day).stream()
                .reduce((one, other) -> other.begins().isBefore(one.begins()) ? one : other)
                .map(Pack::pack)
                .orElseGet(() -> BuiltInPacks.inForce(day));
    }

    /** A rule pack of a body. */
    public record Pack(OrganisationCode body, RulePackVersion version, LocalDate begins, RulePack pack) {}

    /** The aims of a body. */
    public record Aims(OrganisationCode body, List<Aim> aims) {}
}
