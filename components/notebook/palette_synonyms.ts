/** Other words that people look for a kind of cell by, in both languages. */
export const synonyms: Readonly<Record<string, string>> = {
  import: "load open read file upload dataset csv parquet table 打开 读取 上传 文件 数据集 表格",
  simulate: "demo example sample fake synthetic cluster generate 示例 演示 合成 生成数据",
  split:
    "train test holdout hold-out validation group incident partition 训练集 测试集 验证集 留出 分组",
  "rename-columns": "name header map alias 列名 表头 映射 别名",
  "drop-constant": "remove zero variance useless same value 零方差 无用列 删除列",
  "clip-outliers": "winsorize winsorise extreme cap limit anomaly 异常值 极端值 缩尾 截断",
  "signed-log": "logarithm transform skew power magnitude 取对数 偏态 变换",
  impute:
    "missing holes nan null empty fillna imputation interpolate mean median knn 空值 缺失 插补 填补 均值 中位数",
  scale:
    "normalise normalize normalisation normalization standardise standardize minmax min-max z-score robust 归一化 标准化 规范化",
  "select-variance": "feature selection threshold low variance 特征选择 低方差",
  "select-correlation": "redundant collinear duplicate columns pearson 冗余 共线 相关系数",
  "select-anova": "f-test f-score univariate anova kbest 方差分析 单变量",
  "select-fisher": "fisher univariate kbest 单变量",
  "select-chi-squared": "chi2 chi-square kbest univariate 卡方检验",
  "select-mutual-information": "mi entropy information gain kbest 信息增益 熵",
  "select-l1": "lasso sparse regularisation regularization 稀疏 套索",
  "select-tree-importance": "random forest gini importance embedded 随机森林 重要度",
  "select-permutation": "importance shuffle wrapper 打乱 重要度",
  "select-recursive-elimination": "rfe rfecv wrapper backward 后向 包裹式",
  "rank-features": "importance compare kpi best stability 重要性 比较 稳定性",
  "drop-duplicates": "dedupe unique distinct repeated 去重 重复",
  "oversample-random": "imbalance imbalanced balance resample upsample 不平衡 不均衡 重采样 上采样",
  "undersample-random":
    "imbalance imbalanced balance resample downsample 不平衡 不均衡 重采样 下采样",
  smote: "imbalance imbalanced balance resample synthetic adasyn 不平衡 不均衡 重采样 合成样本",
  "borderline-smote": "imbalance imbalanced balance resample synthetic 不平衡 不均衡 重采样",
  "k-means-smote":
    "imbalance imbalanced balance resample synthetic kmeans cluster 不平衡 不均衡 聚类",
  train:
    "model learn fit xgboost lightgbm catboost gbdt boosting forest svm mlp neural network logistic regression bayes knn classifier stacking voting onnx 模型 学习 梯度提升 随机森林 支持向量机 神经网络 逻辑回归 分类器 集成",
  "find-model":
    "automl auto tune tuning hyperparameter search grid optimise optimize best xgboost leaderboard 自动机器学习 调参 超参数 搜索 最佳模型 排行榜",
  evaluate:
    "score test accuracy f1 precision recall confusion matrix roc auc metrics reliability 准确率 精确率 召回率 混淆矩阵 指标 评分",
  code:
    "typescript javascript js ts script program custom arquero plot sandbox 脚本 编程 程序 自定义 沙箱",
  explain: "shap importance why reason interpret beeswarm 为什么 原因 可解释性 重要性",
  diagnose: "predict apply inference fault classify detect 预测 推理 故障 检测",
  profile:
    "describe statistics overview columns distribution eda missing summary 描述 统计 概览 分布 缺失",
  correlate:
    "correlation matrix heatmap heat map collinear pearson spearman pairs 相关 相关系数 热力图 共线",
  chart:
    "plot scatter histogram line bar graph visualise visualize 绘图 散点图 直方图 折线图 柱状图 可视化",
  note: "text markdown comment heading documentation 文本 说明 注释 标题 文档",
  projection:
    "t-sne tsne umap pca map embedding dimension reduction cluster scatter 降维 主成分 聚类 散点图 流形",
  sql:
    "query select join group by aggregate where union database polars 查询 连接 关联 分组 聚合 数据库",
  subset: "filter rows select lasso where query part 筛选 过滤 选取 子集",
};
