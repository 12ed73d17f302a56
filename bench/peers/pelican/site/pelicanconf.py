SITENAME = "World Pavilions"
SITEURL = "https://pavilions.example"
PATH = "content"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["shop"]
TIMEZONE = "UTC"
DEFAULT_LANG = "zh"
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = []
THEME_STATIC_PATHS = ["static"]
THEME_STATIC_DIR = "."
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = (
    None
)
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True}
MARKDOWN = {"extensions": ["markdown.extensions.tables"], "output_format": "html5"}
