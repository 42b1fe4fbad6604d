/** Competitions, their candidates and panels; scores only to those who may see them. */
@NullMarked
package org.probity.campaign.query;

import org.jspecify.annotations.NullMarked;
