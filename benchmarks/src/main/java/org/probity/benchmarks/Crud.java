package org.probity.benchmarks;

import java.time.Duration;
import org.hibernate.dialect.PostgreSQLDialect;
import org.probity.benchmarks.Sample.Nomination.Nominated;
import org.probity.benchmarks.crud.NominationRow;
import org.probity.benchmarks.crud.Nominations;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same commands without events: Spring Data JPA writes the row, Envers its history. A command is a transaction. It
 * checks no idempotency key, and what it keeps can be changed by anybody who may write the tables.
 */
final class Crud implements Peer {

    private static final String ACTOR = String.valueOf(Sample.ORIGIN.get("actor"));

    private final Hibernate hibernate;
    private final Nominations nominations;
    private final TransactionTemplate transaction;

    Crud(String url) {
        hibernate = new Hibernate(url, NominationRow.class.getPackageName(), PostgreSQLDialect.class);
        nominations = new JpaRepositoryFactory(
                        SharedEntityManagerCreator.createSharedEntityManager(hibernate.factory()))
                .getRepository(Nominations.class);
        transaction = new TransactionTemplate(new JpaTransactionManager(hibernate.factory()));
    }

    @Override
    public double perSecond(int callers, Duration duration) {
        String[] ids = new String[callers];
        return Load.perSecond(callers, duration, (caller, turn) -> {
            if (turn % 2 == 0) {
                String id = Sample.newStream();
                ids[caller] = id;
                Nominated made = Sample.nominated(id);
                transaction.executeWithoutResult(status -> nominations.save(new NominationRow(
                        id,
                        made.campaign(),
                        made.person(),
                        String.join(",", made.strands()),
                        made.statement(),
                        ACTOR)));
            } else {
                transaction.executeWithoutResult(status -> nominations
                        .findById(ids[caller])
                        .orElseThrow()
                        .amend("I would like to see the same elsewhere.", ACTOR));
            }
            return true;
        });
    }

    @Override
    public void close() {
        hibernate.close();
    }
}
