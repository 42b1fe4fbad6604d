package org.probity.board.event;

import org.probity.id.Sha256;

/** A paper or a piece of evidence, held elsewhere and named by what it contained. */
public record Document(String title, Sha256 sha256) {}
