package io.strata.content.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The HTML that may be put into a page of ours, whoever wrote what it was made from: a list of what is allowed, and
 * nothing else. It is the second wall; the first is that no HTML of a writer is passed on as HTML.
 */
final class SafeHtml {

    /** Where the pictures may come from: files that hang on nodes and comments, which are checked before they are kept. */
    static final Pattern OWN_PICTURE =
            Pattern.compile("/api/v1/attachments/\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}/content");

    private static final Pattern SHORT_ID = Pattern.compile("[A-Z][A-Z0-9]{1,9}-C?[0-9]{1,18}");
    private static final Pattern IDENTIFIER = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#._-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li")
            .allowElements("pre", "code", "em", "strong", "del", "a", "img")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowElements(SafeHtml::checkbox, "input")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("data-node")
            .matching(SHORT_ID)
            .onElements("a")
            .allowAttributes("data-actor")
            .matching(IDENTIFIER)
            .onElements("a")
            .requireRelsOnLinks("noopener", "nofollow")
            .allowAttributes("src")
            .matching(OWN_PICTURE)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("th", "td")
            .allowAttributes("type", "checked", "disabled")
            .onElements("input")
            .toFactory();

    private SafeHtml() {}

    /** What of some HTML is allowed. */
    static String of(String html) {
        return POLICY.sanitize(html);
    }

    /** The box of a task, which shows and does nothing, is the only field that there may be. */
    private static String checkbox(String name, List<String> attributes) {
        int type = attributes.indexOf("type");
        boolean box = type >= 0 && attributes.get(type + 1).equals("checkbox");
        if (!box) {
            return null;
        }
        if (!attributes.contains("disabled")) {
            attributes.add("disabled");
            attributes.add("");
        }
        return name;
    }
}
