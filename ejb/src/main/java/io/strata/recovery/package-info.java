/**
 * What the transaction manager's recovery does: which transactions are in doubt, and which were and how they ended. It
 * only watches; recovery itself is Narayana's.
 */
package io.strata.recovery;
