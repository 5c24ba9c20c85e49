/**
 * Tests that run inside the server, for what cannot be seen from outside. They have a server of their own, with the EAR
 * as it was built and the tests beside it.
 */
package io.strata.inside;
