package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void isAPictureThatThePageMayShow() {
        String picture = QrCode.picture("otpauth://totp/Strata:ada?secret=GEZDGNBVGY3TQOJQ&issuer=Strata");

        assertThat(picture).startsWith("data:image/svg+xml;base64,");
        String svg = new String(
                Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1)), StandardCharsets.US_ASCII);
        assertThat(svg).startsWith("<svg ").endsWith("</svg>").contains("M4,4h1v1h-1z");
    }
}
