package io.strata.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void marksWhatWasFound() {
        assertThat(Snippet.html("the " + Snippet.START + "whale" + Snippet.STOP + "\n swims"))
                .isEqualTo("the <mark>whale</mark> swims");
    }

    @Test
    void showsMarkupOfTheDocumentAsText() {
        assertThat(Snippet.html("<script>alert(\"1\")</script> & " + Snippet.START + "<b>" + Snippet.STOP))
                .isEqualTo("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; <mark>&lt;b&gt;</mark>");
    }

    @Test
    void isNotFooledByADocumentThatBringsMarksAlong() {
        assertThat(Snippet.html(Snippet.START + "open and " + Snippet.START + "hit" + Snippet.STOP + Snippet.STOP))
                .isEqualTo("open and <mark>hit</mark>");
    }
}
