package io.strata.secrets;

import io.strata.access.Open;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets at rest with AES-256-GCM under the master key ({@link Setting#ENCRYPTION_KEY}). Each is bound to the
 * row that owns it, so that a ciphertext copied to another row does not open. Layout: version, nonce, ciphertext and
 * tag.
 */
@ApplicationScoped
public class SecretSeal {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretKeySpec key;

    /** Reads the master key. */
    @PostConstruct
    void open() {
        open(Settings.get(Setting.ENCRYPTION_KEY));
    }

    void open(String base64) {
        byte[] bytes = base64.isEmpty() ? new byte[0] : Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(Setting.ENCRYPTION_KEY.key() + " must be 32 bytes in base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * Encrypts a secret.
     *
     * @param owner the row that keeps it; only for the same row it opens again
     */
    @Open("a calculation with what the caller has")
    public byte[] seal(UUID owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] ciphertext = apply(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length)
                .put(VERSION)
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    /**
     * Opens what was sealed for the same owner.
     *
     * @throws IllegalStateException when it was sealed for another one, with another key, or has been changed
     */
    @Open("a calculation with what the caller has")
    public byte[] unseal(UUID owner, byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        if (buffer.get() != VERSION) {
            throw new IllegalStateException("a sealed secret of an unknown version");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] ciphertext = new byte[buffer.remaining()];
        buffer.get(ciphertext);
        return apply(Cipher.DECRYPT_MODE, owner, nonce, ciphertext);
    }

    private byte[] apply(int mode, UUID owner, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16)
                    .putLong(owner.getMostSignificantBits())
                    .putLong(owner.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret of " + owner + " does not open with this master key", e);
        }
    }
}
