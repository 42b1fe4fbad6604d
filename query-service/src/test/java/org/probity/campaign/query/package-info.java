@NullMarked
package org.probity.campaign.query;

import org.jspecify.annotations.NullMarked;
