/**
 * What the service does by itself: automations, which answer an event with a command, and timers, which give one when
 * the log's clock has reached its time. Both act once, however often they try.
 */
@NullMarked
package org.probity.automation;

import org.jspecify.annotations.NullMarked;
