package io.strata.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An entry in its place in the chain.
 *
 * @param position from 1, without gaps
 * @param previous the hash of the link before, in lower-case hexadecimal; {@link #GENESIS} for the first
 * @param hash what binds the entry to everything before it, likewise
 * @param entry the canonical text of the entry
 */
public record Link(long position, String previous, String hash, String entry) {

    /** What the first link follows: 32 bytes of zero. */
    public static final String GENESIS = "0".repeat(64);

    /** The link of an entry that follows another. */
    public static Link after(Link before, String entry) {
        return new Link(before.position + 1, before.hash, hash(before.hash, entry), entry);
    }

    /** What is there before the first link. */
    public static Link genesis() {
        return new Link(0, "", GENESIS, "");
    }

    /** Whether the hash is that of this entry after that hash. */
    public boolean holds() {
        return hash.equals(hash(previous, entry));
    }

    /** SHA-256 over the 32 bytes of the previous hash and the entry in UTF-8, in lower-case hexadecimal. */
    public static String hash(String previous, String entry) {
        return hash(previous, entry.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(String previous, byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previous));
        return HexFormat.of().formatHex(digest.digest(entry));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
