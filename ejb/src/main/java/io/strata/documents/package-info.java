/**
 * The vault: documents from upload to a classified place in the work graph. A document's row, text and topics live in
 * PostgreSQL, its bytes in the object store, its {@code Artifact} and passages in Neo4j; the row is the truth and the
 * others follow it. The ways in are {@link io.strata.documents.DocumentUpload} for new ones, {@link
 * io.strata.documents.DocumentLibrary} for reading and {@link io.strata.documents.DocumentProcessing} for what happens
 * in between. What runs outside of Strata's own code stands behind ports in {@code storage}, {@code extraction} and
 * {@code classification}.
 */
package io.strata.documents;
