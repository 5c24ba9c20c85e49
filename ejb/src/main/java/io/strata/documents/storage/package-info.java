/** Where the bytes of documents are kept: a port and its adapter for S3. */
package io.strata.documents.storage;
