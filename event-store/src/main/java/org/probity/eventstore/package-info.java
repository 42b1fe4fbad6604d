/**
 * An event store for Axon 4 on plain PostgreSQL: gapless positions in commit order, several streams
 * appended atomically, stored names instead of class names, and readers that are woken by the database.
 */
@NullMarked
package org.probity.eventstore;

import org.jspecify.annotations.NullMarked;
