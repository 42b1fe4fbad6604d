/** Rule packs and aims as bodies adopted them. */
@NullMarked
package org.probity.policy.query;

import org.jspecify.annotations.NullMarked;
