/** Neo4j as a server process. Nothing of Strata depends on this module; it is spoken to over Bolt. */
package io.strata.neo4j;
