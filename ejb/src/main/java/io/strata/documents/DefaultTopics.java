package io.strata.documents;

import java.util.List;

/** The topics a workspace begins with. */
final class DefaultTopics {

    static final List<TopicRequest> ALL = List.of(
            new TopicRequest(
                    "Specification",
                    "Requirements, technical specifications, standards and design documents: what a system must do, its"
                            + " interfaces, formats and architecture.",
                    "#3b82f6"),
            new TopicRequest(
                    "Report",
                    "Reports on progress, results, audits and incidents; summaries with findings and recommendations.",
                    "#8b5cf6"),
            new TopicRequest(
                    "Contract",
                    "Contracts, agreements, licences, terms and conditions: parties, obligations, signatures and law.",
                    "#ef4444"),
            new TopicRequest(
                    "Invoice",
                    "Invoices, receipts, orders and bills: amounts, prices, taxes, payment and bank accounts.",
                    "#22c55e"),
            new TopicRequest(
                    "Meeting notes",
                    "Minutes of meetings, agendas, decisions and action items; who attended and what was discussed.",
                    "#f59e0b"),
            new TopicRequest(
                    "Correspondence",
                    "Letters and e-mail messages between people: greetings, replies, requests and announcements.",
                    "#06b6d4"),
            new TopicRequest(
                    "Manual",
                    "Manuals, user guides, tutorials and instructions: how to install, configure and use something, step"
                            + " by step.",
                    "#14b8a6"),
            new TopicRequest(
                    "Source data",
                    "Tables, spreadsheets and data files: rows and columns of measurements, records, identifiers and"
                            + " numbers.",
                    "#84cc16"),
            new TopicRequest(
                    "Research",
                    "Scientific papers and studies: abstract, methods, experiments, results, citations and references.",
                    "#ec4899"),
            new TopicRequest(
                    "Presentation",
                    "Slides of presentations, lectures and pitches: short bullet points, headings and speaker notes.",
                    "#f97316"),
            new TopicRequest(
                    "Form",
                    "Forms and applications to fill in: fields, check boxes, names, addresses and dates.",
                    "#a855f7"),
            new TopicRequest(
                    "Literature",
                    "Books, stories, articles and essays: narrative prose, chapters, characters and authors.",
                    "#78716c"));

    private DefaultTopics() {}
}
