/**
 * What bodies adopt: rule packs, the numbers that rules use, and lists of aims.
 * Commands, rules, aggregates and automations of the context, and its registers for other contexts.
 */
@NullMarked
package org.probity.policy.command;

import org.jspecify.annotations.NullMarked;
