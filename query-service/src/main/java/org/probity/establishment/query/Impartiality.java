package org.probity.establishment.query;

/** How far somebody's general impartiality has come; only a confirmed one gives a seat. */
public enum Impartiality {
    NOT_STATED,
    STATED,
    CONFIRMED,
    WITHHELD
}
