/**
 * What people declare about their interests, and whether their declarations are up to date.
 * Commands, rules, aggregates and automations of the context, and its register for other contexts.
 */
@NullMarked
package org.probity.interests.command;

import org.jspecify.annotations.NullMarked;
