package io.strata.content.markdown;

import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What becomes of links and pictures that lead where nobody shall be led. */
final class LinkRules {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?:|mailto:|/|#).*", Pattern.CASE_INSENSITIVE);

    private LinkRules() {}

    /** Whether a link may lead there. */
    static boolean allows(String address) {
        return ADDRESS.matcher(address).matches();
    }

    /** A link that may not be is the words that it consists of. */
    static void settle(Link link) {
        if (!allows(link.getDestination())) {
            leaveWords(link);
        }
    }

    /**
     * A picture from elsewhere would tell its server who reads this, so it becomes a link, or mere words within a link or
     * another picture.
     */
    static void settle(Image picture) {
        if (SafeHtml.OWN_PICTURE.matcher(picture.getDestination()).matches()) {
            return;
        }
        boolean linked = isWithin(picture, Link.class) || isWithin(picture, Image.class);
        if (linked || !allows(picture.getDestination())) {
            leaveWords(picture);
            return;
        }
        Link link = new Link(picture.getDestination(), picture.getTitle());
        if (picture.getFirstChild() == null) {
            link.appendChild(new Text(picture.getDestination()));
        }
        picture.insertBefore(link);
        while (picture.getFirstChild() != null) {
            link.appendChild(picture.getFirstChild());
        }
        picture.unlink();
    }

    /** Whether something of a kind is around a node. */
    static boolean isWithin(Node node, Class<? extends Node> type) {
        Node place = node.getParent();
        while (place != null && !type.isInstance(place)) {
            place = place.getParent();
        }
        return place != null;
    }

    private static void leaveWords(Node node) {
        while (node.getFirstChild() != null) {
            node.insertBefore(node.getFirstChild());
        }
        node.unlink();
    }
}
