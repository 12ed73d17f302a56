"""From views to bytes: templates, structured data, sitemaps."""
