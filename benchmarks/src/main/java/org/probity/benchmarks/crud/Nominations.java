package org.probity.benchmarks.crud;

import org.springframework.data.jpa.repository.JpaRepository;

/** The table of nominations. */
public interface Nominations extends JpaRepository<NominationRow, String> {}
