package io.strata.content.markdown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/**
 * A text in markdown: CommonMark with the tables, task lists, struck words and bare addresses of GitHub. What is nested
 * deeper than anybody writes is taken for plain words, so that no text takes much more time or stack than its length.
 */
public final class MarkdownText {

    /** How many lists, quotations and emphases are within each other at most. */
    private static final int DEEPEST = 40;

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final LinkExtractor ADDRESSES = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    private final Node document;

    /** The words that are neither code nor part of a link. */
    private final List<Text> words = new ArrayList<>();

    private final List<Image> pictures = new ArrayList<>();

    private final List<Link> links = new ArrayList<>();

    private final Map<Node, Reference.Target> targets = new IdentityHashMap<>();

    private MarkdownText(Node document) {
        this.document = document;
        collect();
    }

    /** Reads a text; every text is markdown. */
    public static MarkdownText read(String source) {
        return new MarkdownText(PARSER.parse(source));
    }

    /** The handles that the text mentions, in lower case and in their order; code and links mention nobody. */
    public Set<String> handles() {
        Set<String> handles = new LinkedHashSet<>();
        references().forEach(reference -> {
            if (reference.handle() != null) {
                handles.add(reference.handle());
            }
        });
        return handles;
    }

    /**
     * The text as HTML that is safe in a page. Links leave no trace of where they were followed; pictures are only those
     * that hang on nodes and comments, all others are links. To be asked once.
     *
     * @param known what names in it lead to
     */
    public String html(KnownReferences known) {
        pictures.forEach(LinkRules::settle);
        links.forEach(LinkRules::settle);
        words.forEach(text -> link(text, known));
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .percentEncodeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    Reference.Target target = targets.get(node);
                    if (target != null) {
                        attributes.put(target.attribute(), target.value());
                    }
                })
                .build();
        return SafeHtml.of(renderer.render(document));
    }

    /** Goes through the tree step by step rather than by recursion. */
    private void collect() {
        Node node = document;
        while (node != null) {
            if (node instanceof Text text
                    && !LinkRules.isWithin(text, Link.class)
                    && !LinkRules.isWithin(text, Image.class)) {
                words.add(text);
            } else if (node instanceof Image image) {
                pictures.add(image);
            } else if (node instanceof Link link) {
                links.add(link);
            }
            node = node.getFirstChild() == null ? following(node) : node.getFirstChild();
        }
    }

    /** The node behind another and all that is in it; {@code null} at the end. */
    private static Node following(Node node) {
        Node place = node;
        while (place != null && place.getNext() == null) {
            place = place.getParent();
        }
        return place == null ? null : place.getNext();
    }

    private List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (Text text : words) {
            for (Span span : ADDRESSES.extractSpans(text.getLiteral())) {
                if (!(span instanceof LinkSpan)) {
                    String part = text.getLiteral().substring(span.getBeginIndex(), span.getEndIndex());
                    for (Reference found = Reference.next(part, 0);
                            found != null;
                            found = Reference.next(part, found.end())) {
                        references.add(found);
                    }
                }
            }
        }
        return references;
    }

    /** Puts links in the place of addresses, mentions and short ids. */
    private void link(Text text, KnownReferences known) {
        String literal = text.getLiteral();
        for (Span span : ADDRESSES.extractSpans(literal)) {
            String part = literal.substring(span.getBeginIndex(), span.getEndIndex());
            String address = span instanceof LinkSpan link ? address(part, link.getType()) : null;
            if (address != null) {
                Link link = new Link(address, null);
                link.appendChild(new Text(part));
                text.insertBefore(link);
            } else {
                linkNames(text, part, known);
            }
        }
        text.unlink();
    }

    private void linkNames(Text place, String part, KnownReferences known) {
        int done = 0;
        for (Reference found = Reference.next(part, 0); found != null; found = Reference.next(part, found.end())) {
            Reference.Target target = found.target(known);
            if (target != null) {
                insert(place, part.substring(done, found.start()));
                Link link = new Link(target.address(), null);
                link.appendChild(new Text(part.substring(found.start(), found.end())));
                targets.put(link, target);
                place.insertBefore(link);
                done = found.end();
            }
        }
        insert(place, part.substring(done));
    }

    private static void insert(Text place, String words) {
        if (!words.isEmpty()) {
            place.insertBefore(new Text(words));
        }
    }

    /** {@code null} for addresses that no browser shall open. */
    private static String address(String text, LinkType type) {
        return switch (type) {
            case EMAIL -> "mailto:" + text;
            case WWW -> "https://" + text;
            case URL -> LinkRules.allows(text) ? text : null;
        };
    }
}
