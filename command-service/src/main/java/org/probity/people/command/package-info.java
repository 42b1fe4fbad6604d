/**
 * People, organisations, accounts and duties: who there is, who is behind a login, and whom they serve.
 * Commands, rules, aggregates and automations of the context.
 */
@NullMarked
package org.probity.people.command;

import org.jspecify.annotations.NullMarked;
