/** An S3 server over a folder of the local disk. Nothing of Strata depends on this module; it is spoken to over HTTP. */
package io.strata.objects;
