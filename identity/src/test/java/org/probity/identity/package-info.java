/** Tests with real tokens: a small issuer on a loopback port signs them, and the application fetches its keys. */
@NullMarked
package org.probity.identity;

import org.jspecify.annotations.NullMarked;
