/**
 * The names of things: ids and codes that several contexts share, each a plain string in JSON.
 * They live apart from the families so that no context has to import another one only to name its subjects.
 */
@NullMarked
package org.probity.id;

import org.jspecify.annotations.NullMarked;
