package io.strata.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

    private static final UUID ADA = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final KnownReferences KNOWN = new KnownReferences(Map.of("ada", ADA), Set.of("SHOP"));
    private static final int LONGEST = 200_000;

    /** Far more than a rendering takes on a busy machine, and far less than one that has run away. */
    private static final int SECONDS = 60;

    @Test
    void rendersWhatPeopleWrite() {
        assertThat(html("Some *words* and **more**, ~~less~~ and `code`."))
                .isEqualTo(
                        "<p>Some <em>words</em> and <strong>more</strong>, <del>less</del> and <code>code</code>.</p>\n");
        assertThat(html("# One\n\n> quoted\n\n1. first\n2. second"))
                .contains("<h1>One</h1>", "<blockquote>", "<ol>", "<li>first</li>");
        assertThat(html("| a | b |\n| --- | ---: |\n| 1 | 2 |"))
                .contains("<table>", "<th>a</th>", "<td align=\"right\">2</td>");
        assertThat(html("- [x] done\n- [ ] open"))
                .contains("type=\"checkbox\"", "checked", "disabled")
                .contains("done");
        assertThat(html("```java\nint a;\n```")).contains("<pre><code class=\"language-java\">int a;\n</code></pre>");
    }

    @Test
    void linksAddresses() {
        assertThat(html("See https://example.com/a?b=1 and www.example.com."))
                .contains("<a href=\"https://example.com/a?b&#61;1\" rel=\"noopener nofollow\">")
                .contains("<a href=\"https://www.example.com\" rel=\"noopener nofollow\">www.example.com</a>.");
        assertThat(html("Write to ada@example.com")).contains("href=\"mailto:ada&#64;example.com\"");
        assertThat(html("[here](https://example.com)")).contains("rel=\"noopener nofollow\"");
        assertThat(html("foo://example.com")).doesNotContain("<a");
    }

    @Test
    void linksShortIdsAndMentions() {
        assertThat(html("SHOP-7, and @Ada."))
                .isEqualTo(
                        "<p><a href=\"/app/n/SHOP-7\" data-node=\"SHOP-7\" rel=\"noopener nofollow\">SHOP-7</a>, and "
                                + "<a href=\"/app/people/ada\" data-actor=\"" + ADA
                                + "\" rel=\"noopener nofollow\">&#64;Ada</a>.</p>\n");
        assertThat(html("SHOP-C12")).contains("data-node=\"SHOP-C12\"");
        for (String plain : new String[] {
            "UTF-8",
            "@bob",
            "x@ada",
            "SHOP-7x",
            "xSHOP-7",
            "`SHOP-7 @ada`",
            "shop-7",
            "SHOP-",
            "@adab",
            "https://a.b/@ada"
        }) {
            assertThat(html(plain)).as(plain).doesNotContain("data-");
        }
        assertThat(html("[SHOP-7](https://example.com)")).doesNotContain("data-node");
    }

    @Test
    void namesWhomATextMentions() {
        MarkdownText text =
                MarkdownText.read("@Ada and @bob.smith, not `@code`, ada@mail.com, [@link](x), @a or NL-1.");

        assertThat(text.handles()).containsExactly("ada", "bob.smith");
    }

    @Test
    void showsOwnPicturesOnly() {
        String own = "/api/v1/attachments/" + ADA + "/content";

        assertThat(html("![Ours](" + own + ")")).contains("<img src=\"" + own + "\"", "alt=\"Ours\"");
        assertThat(html("![Theirs](https://example.com/a.png)"))
                .doesNotContain("<img")
                .contains("<a href=\"https://example.com/a.png\"", ">Theirs</a>");
        assertThat(html("[![Theirs](https://example.com/a.png)](https://example.com)"))
                .doesNotContain("<img", "a.png")
                .contains(">Theirs</a>");
        assertThat(html("![](https://example.com/a.png)"))
                .doesNotContain("<img")
                .contains("a.png</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"x\" onerror='alert(1)'/>",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x></svg>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=\"data:text/html;base64,PHNjcmlwdD4=\"></object>",
                "<embed src=javascript:alert(1)>",
                "<body onload=alert(1)>",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "<style>@import 'javascript:alert(1)';</style>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<p style=\"position:fixed;top:0\">x</p>",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<base href=\"javascript:alert(1)//\">",
                "<form action=javascript:alert(1)><input type=submit></form>",
                "<button formaction=javascript:alert(1)>x</button>",
                "<input autofocus onfocus=alert(1)>",
                "<details open ontoggle=alert(1)>x</details>",
                "<video><source onerror=alert(1)></video>",
                "<audio src=x onerror=alert(1)>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" &#14; javascript:alert(1)\">x</a>",
                "<a onclick=alert(1) href=https://example.com>x</a>",
                "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
                "<!-- --!><img src=x onerror=alert(1)>",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version=1?><script>alert(1)</script>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<template><script>alert(1)</script></template>",
                "<textarea><script>alert(1)</script></textarea>",
                "<xmp><script>alert(1)</script></xmp>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](  javascript:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](<java\nscript:alert(1)>)",
                "[x](&#106;avascript:alert(1))",
                "[x](&#x6A;avascript&colon;alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](data:image/svg+xml,<svg/onload=alert(1)>)",
                "[x](file:///etc/passwd)",
                "[x](blob:https://example.com/1)",
                "[x]: javascript:alert(1)\n\n[x]",
                "[x]: data:text/html,x 'title'\n\n[x][x]",
                "<javascript:alert(1)>",
                "<data:text/html,x>",
                "![x](javascript:alert(1))",
                "![x](data:image/png;base64,AAAA)",
                "![x](data:image/svg+xml;base64,AAAA)",
                "![x\" onerror=\"alert(1)](https://example.com/a.png)",
                "![x](https://example.com/a.png\"onerror=\"alert(1))",
                "[x](https://example.com 'a\" onmouseover=\"alert(1)')",
                "[x](https://example.com/\"onmouseover=\"alert(1))",
                "https://example.com/\"onmouseover=\"alert(1)",
                "https://example.com/<script>alert(1)</script>",
                "javascript://example.com/%0aalert(1)",
                "`<script>alert(1)</script>`",
                "```\n</code></pre><script>alert(1)</script>\n```",
                "```x\" onmouseover=\"alert(1)\ncode\n```",
                "    <script>alert(1)</script>",
                "| <script>alert(1)</script> |\n| --- |\n| <img src=x onerror=alert(1)> |",
                "- [x] <script>alert(1)</script>",
                "- <input type=text onfocus=alert(1) autofocus>",
                "@ada<script>alert(1)</script>",
                "SHOP-7\" onmouseover=\"alert(1)",
                "[@ada](javascript:alert(1))",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;script&#62;alert(1)&#60;/script&#62;",
                "\\<script>alert(1)\\</script>",
                "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
                "{{constructor.constructor('alert(1)')()}}",
                "# <img src=x onerror=alert(1)>",
                "> <script>alert(1)</script>",
                "~~<script>alert(1)</script>~~",
                "**<svg/onload=alert(1)>**",
                "<a href=\"https://example.com\" target=_blank>x</a>",
                "</p></div><script>alert(1)</script>"
            })
    void letsNothingThroughThatRuns(String attack) {
        String html = html(attack).toLowerCase(Locale.ROOT);

        // Whatever is left of an attack is text: every tag is one of ours, with attributes of ours.
        String tags = html.replaceAll(
                "</?(?:p|em|strong|del|code|pre|h[1-6]|blockquote|ul|ol|li|table|thead|tbody|tr|th|td)>", "");
        tags = tags.replaceAll("<(?:br|hr) />", "");
        tags = tags.replaceAll("<code class=\"language-[a-z0-9+#._-]+\">", "");
        tags = tags.replaceAll("<input type=\"checkbox\" (?:disabled=\"[a-z]*\" ?|checked=\"[a-z]*\" ?)+/>", "");
        tags = tags.replaceAll(
                "<a href=\"(?:https?:|mailto:|/)[^\"<>]*\"(?: title=\"[^\"<>]*\"| data-(?:node|actor)=\"[a-z0-9-]+\")*"
                        + " rel=\"noopener nofollow\">",
                "");
        tags = tags.replaceAll("</a>", "").replace("<!-- -->", "");
        assertThat(tags).as(html).doesNotContain("<", ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> ",
                "- ",
                "1. ",
                "* - ",
                "*",
                "**",
                "_",
                "*a ",
                "**a ",
                "*a **a ",
                "_a __a ",
                "~",
                "~~a ",
                "[",
                "]",
                "![",
                "[a",
                "![a](",
                "[a](",
                "[a][",
                "[x]: ",
                "](a)",
                "`",
                "`a",
                "`` ` ",
                "<",
                "<a",
                "<!--",
                "<?",
                "<![CDATA[",
                "<a href=\"",
                "&",
                "&#",
                "&amp;",
                "\\",
                "|",
                "|-",
                "| a | b |\n| - | - |\n",
                "a|",
                "- [ ] ",
                "#",
                "# ",
                "\n",
                "    ",
                "\t",
                "@",
                "@a.",
                "@ada ",
                "A-",
                "SHOP-7 ",
                "A1-1-",
                "http://",
                "http://a.",
                "www.",
                "a@",
                "a@a.",
                "(",
                "((",
                "http://a.b/(",
                "\u0000",
                "\u202e",
                "\uD83D\uDE00",
                "a**b",
                "x__y",
                "![![a](b)](c)",
                "***a*** "
            })
    @Timeout(value = SECONDS, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void survivesWhatIsMeantToTakeForEver(String piece) throws Exception {
        rendersOnASmallStack(piece.repeat(LONGEST / piece.length()));
        rendersOnASmallStack(piece.repeat(2000) + "a"
                + new StringBuilder(piece).reverse().toString().repeat(2000));
    }

    @Test
    @Timeout(value = SECONDS, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void survivesWhatIsNestedDeeply() throws Exception {
        rendersOnASmallStack("![".repeat(20_000) + "a" + "](b)".repeat(20_000));
        rendersOnASmallStack("[".repeat(20_000) + "a" + "](b)".repeat(20_000));
        rendersOnASmallStack("*a _b ".repeat(10_000) + "c" + "_ *".repeat(10_000));
        rendersOnASmallStack("> - ".repeat(10_000) + "a");
        StringBuilder stairs = new StringBuilder();
        for (int depth = 0; depth < 500; depth++) {
            stairs.append(" ".repeat(depth * 2)).append("- a\n");
        }
        rendersOnASmallStack(stairs.toString());
        StringBuilder columns = new StringBuilder("|a".repeat(1000) + "|\n" + "|-".repeat(1000) + "|\n");
        rendersOnASmallStack(columns.append("|\n".repeat(90_000)).toString());
    }

    private static void rendersOnASmallStack(String source) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> html(source), "small", 512 * 1024);
        thread.setUncaughtExceptionHandler((failed, cause) -> failure.set(cause));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    private static String html(String source) {
        return MarkdownText.read(source).html(KNOWN);
    }
}
