/**
 * Who is asking, and how a refusal is told: tokens become actors here and nowhere else,
 * and every error of the HTTP interface is an RFC 9457 problem with a stable code.
 */
@NullMarked
package org.probity.identity;

import org.jspecify.annotations.NullMarked;
