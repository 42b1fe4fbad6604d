/**
 * One competition from its opening to the confirmed appointment: advert, nominations, panel, scores, merit order,
 * decision, offers and the reserve list. Commands, rules, aggregates and automations of the context.
 *
 * <p>A command over several streams lets each of them check its rules before it applies its own events; a refusal by
 * one undoes all of them, since nothing is appended before the end of the unit of work.
 */
@NullMarked
package org.probity.campaign.command;

import org.jspecify.annotations.NullMarked;
