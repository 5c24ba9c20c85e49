/**
 * Where the bytes of documents and attachments are kept: a port and its adapter for S3, what files may be called and how
 * their types are told, and what becomes of files whose row is gone. The truth about which files there are is with the
 * rows that name them.
 */
package io.strata.storage;
