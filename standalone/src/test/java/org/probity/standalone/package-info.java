/** Tests on the running application and on real processes: nothing here is mocked. */
@NullMarked
package org.probity.standalone;

import org.jspecify.annotations.NullMarked;
