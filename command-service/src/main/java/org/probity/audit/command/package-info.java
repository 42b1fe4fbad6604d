/**
 * What reviewers write: samples they draw and findings they record, apart from the streams that these are about.
 * Commands, rules, aggregates and handlers of the context.
 */
@NullMarked
package org.probity.audit.command;

import org.jspecify.annotations.NullMarked;
