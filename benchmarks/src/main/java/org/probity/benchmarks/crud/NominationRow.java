package org.probity.benchmarks.crud;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A nomination as a row; Envers keeps every state of it in another table. */
@Entity
@Audited
@SuppressWarnings("UnusedVariable") // read by Hibernate
public class NominationRow {

    @Id
    private @Nullable String id;

    @Version
    private @Nullable Long version;

    private @Nullable UUID campaign;
    private @Nullable UUID person;
    private @Nullable String strands;
    private @Nullable String statement;
    private @Nullable String actor;
    private int amendments;

    protected NominationRow() {}

    public NominationRow(String id, UUID campaign, UUID person, String strands, String statement, String actor) {
        this.id = id;
        this.campaign = campaign;
        this.person = person;
        this.strands = strands;
        this.statement = statement;
        this.actor = actor;
    }

    public void amend(String changed, String by) {
        amendments++;
        statement = changed + " " + amendments;
        actor = by;
    }
}
